import type { Job } from '../gauge';
import { paint } from './paint';
import { papers } from './papers';
import { memory, startUp } from './process';
import { checklist, myWork, progress, projectList } from './reads';
import { checkIn, registers } from './registers';
import { reminders } from './reminders';
import { replan } from './replans';
import { preview, start } from './starts';
import { tick, ticks } from './ticks';

/** In the order of the table, which is the order of running: memory is looked at last. */
export const JOBS: readonly Job[] = [
  startUp,
  preview,
  start,
  replan,
  tick,
  ticks,
  paint,
  myWork,
  checklist,
  progress,
  projectList,
  reminders,
  registers,
  checkIn,
  papers,
  memory,
];
