import { defineConfig, devices } from '@playwright/test'
import { findTool } from './test/ensure-tools.ts'

const port = process.env['JOURNEY_PORT'] ?? '3100'
const dataFolder = process.env['JOURNEY_DATA'] ?? '/tmp/gu-journeys'
const baseURL = `http://localhost:${port}`
const executablePath = findTool('chromium')
/** Debian's Chromium draws by a graphics card that test machines lack, and its stand-in takes a quarter of a processor. */
const args = ['--disable-gpu', '--disable-gpu-rasterization', '--disable-quic', '--disable-background-networking']

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  // The journeys live in one demo and follow one another, as people do.
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./test/journeys/reporter.ts']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A trace films every frame, which takes a third of the processor: TRACE=1 when a journey fails.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: executablePath === undefined ? {} : { executablePath, args },
  },
  webServer: {
    command: `node dist/main.js serve --demo --port ${port}`,
    url: `${baseURL}/readyz`,
    env: { GIAO_UOC_DATA: dataFolder },
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
