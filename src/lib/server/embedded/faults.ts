/** Whether an error's text or SQLSTATE says that the disk is full (or its quota, or the file's limit). */
export function isDiskFull(text: string): boolean {
	return /53100|ENOSPC|EDQUOT|EFBIG|No space left|disk (is )?full|could not extend file/i.test(text);
}
