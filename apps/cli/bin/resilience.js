#!/usr/bin/env node
import nodeModule from 'node:module';

// In JavaScript that any Node since 12 reads: older ones have neither the cache nor TypeScript.
if (process.features.typescript) await start();
else {
  process.stderr.write(
    `resilience: Node ${process.version} does not run TypeScript; call "npm run resilience -- ‹verb›", ` +
      'which brings its own Node, or "npx resilience ‹verb›"\n',
  );
  process.exitCode = 2;
}

async function start() {
  // All TypeScript is loaded with the cache on: a second run strips no types.
  nodeModule.enableCompileCache();
  // Who reads may have seen enough, as head has.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { run } = await import('../src/program.ts');
  process.exitCode = await run(process.argv.slice(2));
}
