/*
 * Loaded before anything else by each process of a run of tests, and by the processes that these start: notes which
 * files of the repository they look at, each once, in a file of the process. What is no program of Node notes nothing;
 * it is taken to open what it is called with.
 */
import { syncBuiltinESMExports } from 'node:module';

import { recordFiles, recordModules } from './recorder/files.ts';
import { isRecording } from './recorder/note.ts';
import { recordProcesses } from './recorder/processes.ts';

if (isRecording) {
  recordFiles();
  recordModules();
  recordProcesses();
  syncBuiltinESMExports();
}
