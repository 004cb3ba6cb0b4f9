import type { Reporter, TestModule } from 'vitest/node'
import { tellCount } from './count.ts'

export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      let own = 0
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') passed += 1
        if (state === 'failed') own += 1
      }
      // A file that cannot be loaded has no tests and still has failed.
      failed += own === 0 && module.state() === 'failed' ? 1 : own
    }
    tellCount({ passed, failed })
  }
}
