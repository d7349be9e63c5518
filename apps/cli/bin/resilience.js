#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// In JavaScript, so that all TypeScript is loaded with the cache on: a second run strips no types.
enableCompileCache();

// Who reads may have seen enough, as head has.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { run } = await import('../src/program.ts');
process.exitCode = await run(process.argv.slice(2));
