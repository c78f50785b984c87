/** The operator's key that every collector of the crash tests and benchmarks is started with. */
export const ADMIN_KEY = 'ak_crash_tests_and_benchmarks_0123456789';
