/**
 * Options of a test that starts processes or reckons for seconds on an idle machine: it waits for as long as a busy
 * one needs. A limit here only ends what hangs.
 */
export const heavy = { timeout: 900_000 } as const;
