/** A call made before the script runs: the method, its arguments, and what answers the caller. */
export type StubCall = [method: string, args: never[], resolve: (value: unknown) => void];
