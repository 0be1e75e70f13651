import { writeWhole } from '../io/write.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

/** Write an answer to the file that was asked for, whole or not at all, else to the output. */
export const deliver = async (
  text: string,
  { out }: Pick<OutputOptions, 'out'>,
  io: Io,
): Promise<void> => {
  if (out === undefined) io.out(text);
  else await writeWhole(out, text);
};
