import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threeBoats } from '../worlds/three-boats.ts';

/** The three-boats world as a JSON file. */
export const threeBoatsFile = (directory: string): string => {
  const path = join(directory, 'three-boats.json');
  writeFileSync(path, JSON.stringify(threeBoats));
  return path;
};
