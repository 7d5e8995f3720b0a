import { measureFigures } from '#lib/network/node-figures.ts';
import type { FigureValues, FiguresInput } from '#lib/network/node-figures.ts';
import type { Task } from './tasks.ts';

export const task: Task<FiguresInput, FigureValues> = measureFigures;
