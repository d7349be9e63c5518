#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// In JavaScript, so that all TypeScript is loaded with the cache on: a second run strips no types.
enableCompileCache();

const { run } = await import('../src/program.ts');
process.exitCode = await run(process.argv.slice(2));
