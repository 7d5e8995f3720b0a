import type { StageSeries } from '#lib/analysis/graph/stage-series.ts';
import { readMonths } from '#lib/network/stage-months.ts';
import type { MonthsInput } from '#lib/network/stage-months.ts';
import type { Task } from './tasks.ts';

export const task: Task<MonthsInput, StageSeries | null> = readMonths;
