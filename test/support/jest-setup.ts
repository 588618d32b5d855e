import { join } from 'node:path';
import 'reflect-metadata';

// Threads that product code starts compile our TypeScript as Jest does for this one.
process.execArgv.push('--require', join(__dirname, 'ts-register.js'));
