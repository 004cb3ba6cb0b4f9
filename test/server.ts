/** The PostgreSQL of a test run: `TEST_DATABASE_URL` when given (CI also runs on Debian's), else an embedded one. */
export async function openTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given === undefined) throw new Error('set TEST_DATABASE_URL')
  return { url: given, stop: async () => {} }
}
