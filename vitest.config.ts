import { defineConfig } from 'vitest/config'
import { CountReporter } from './test/reporter.ts'

export default defineConfig({
  test: {
    globalSetup: './test/global-setup.ts',
    pool: 'forks',
    isolate: false,
    // A worker waits for its database about as long as it works.
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
    reporters: ['default', new CountReporter()],
  },
})
