import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { alone } from './alone.ts';
import { cacheFolder } from './cache-folder.ts';

interface MavenPackages {
  readonly name: string;
  readonly version: string;
  /** With their groups, such as `org.apache.kafka:kafka-tools`; of the same version, unless one is added. */
  readonly packages: readonly string[];
}

/**
 * Packages of Maven Central with all that they need at run time, together in one folder, unless that was
 * done before.
 *
 * @returns the folder of their jar files, or why there can be none here
 */
export function mavenPackages(
  wanted: MavenPackages,
): { readonly folder: string } | { readonly missing: string } {
  const folder = join(cacheFolder, `maven-${wanted.name}-${wanted.version}`);
  for (const tool of ['java', 'mvn']) {
    if (spawnSync(tool, ['--version']).error) return { missing: `${tool} is not on the PATH` };
  }
  alone(
    folder,
    () => existsSync(folder),
    () => download(wanted, folder),
  );
  return { folder };
}

function download(wanted: MavenPackages, folder: string): void {
  const downloading = `${folder}.downloading`;
  const jars = join(downloading, 'jars');
  rmSync(downloading, { recursive: true, force: true });
  mkdirSync(downloading, { recursive: true });
  writeFileSync(join(downloading, 'pom.xml'), pom(wanted));
  const { status, stdout, stderr } = spawnSync(
    'mvn',
    [
      '--quiet',
      '--batch-mode',
      '-Dmaven.artifact.threads=16',
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${jars}`,
    ],
    {
      cwd: downloading,
      encoding: 'utf8',
      env: { ...process.env, MAVEN_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' },
    },
  );
  if (status !== 0) throw new Error(`mvn ended with ${status}:\n${stdout}${stderr}`);
  renameSync(jars, folder);
  rmSync(downloading, { recursive: true });
}

const pom = ({ name, version, packages }: MavenPackages): string => `
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>resilience.example</groupId>
  <artifactId>${name}</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${packages.map((each) => dependency(each, version)).join('\n')}
  </dependencies>
</project>
`;

function dependency(coordinates: string, version: string): string {
  const [group, artifact, own = version] = coordinates.split(':');
  return `    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${own}</version>
    </dependency>`;
}
