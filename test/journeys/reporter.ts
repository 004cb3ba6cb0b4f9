import type { FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { tellCount } from '../count.ts'

/** A journey that was skipped, or that passed only when tried again, counts as failed: nothing is left out in silence. */
export default class JourneyReporter implements Reporter {
  #suite: Suite | undefined

  onBegin(_config: unknown, suite: Suite) {
    this.#suite = suite
  }

  onEnd(result: FullResult) {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? []
    const passed = outcomes.filter((outcome) => outcome === 'expected').length
    const failed = outcomes.length - passed
    // Without one failed journey a run can still fail: no journeys at all, a server that does not start.
    tellCount({ passed, failed: failed === 0 && result.status !== 'passed' ? 1 : failed })
  }
}
