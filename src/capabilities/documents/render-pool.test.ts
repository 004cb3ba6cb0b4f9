import { afterEach, describe, expect, test } from 'vitest'
import { paperOf, paragraph, wordsOf } from './pdf.fixture.ts'
import { RenderError } from './render-error.ts'
import { createRenderer, type Renderer, type RendererOptions } from './render-pdf.ts'

const opened: Renderer[] = []
afterEach(() => opened.splice(0).forEach((renderer) => renderer.close()))

function open(options: RendererOptions) {
  const renderer = createRenderer(options)
  opened.push(renderer)
  return renderer
}

const small = paperOf([paragraph('Một dòng')])
const huge = paperOf(
  Array.from({ length: 3000 }, (_, index) => paragraph(`${index} ${'Thực hiện đúng hạn. '.repeat(15)}`)),
)

function kindOf(reason: unknown) {
  return reason instanceof RenderError ? reason.problem.kind : reason
}

describe('a child', () => {
  test('that is killed in the middle of a job ends that job with an error and the next job works', async () => {
    const renderer = open({ children: 1 })
    await renderer.renderPdf(small)
    const [pid = 0] = renderer.pids()
    process.kill(pid, 'SIGSTOP')
    const lost = renderer.renderPdf(small).catch(kindOf)
    const next = renderer.renderPdf(small)
    setTimeout(() => process.kill(pid, 'SIGKILL'), 50)
    expect(await lost).toBe('childDied')
    expect(wordsOf((await next).pdf)).toContain('Một dòng')
    expect(renderer.pids()).not.toContain(pid)
  })

  test('that was killed while it rested is replaced without an error', async () => {
    const renderer = open({ children: 1 })
    await renderer.renderPdf(small)
    const [pid = 0] = renderer.pids()
    process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await renderer.renderPdf(small)).pages).toBe(1)
  })

  test('that is too slow is stopped, and the next job works', async () => {
    const renderer = open({ children: 1, timeoutMs: 3000 })
    await renderer.renderPdf(small)
    const [pid = 0] = renderer.pids()
    process.kill(pid, 'SIGSTOP')
    expect(await renderer.renderPdf(small).catch(kindOf)).toBe('timedOut')
    expect((await renderer.renderPdf(small)).pages).toBe(1)
  })

  test('is replaced after its share of jobs, and all hundred papers come out', async () => {
    const renderer = open({ children: 2, recycleAfter: 20 })
    const seen = new Set<number>()
    const printed = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const { pdf } = await renderer.renderPdf(paperOf([paragraph(`Bản số ${index}.`)]))
        renderer.pids().forEach((pid) => seen.add(pid))
        return wordsOf(pdf).includes(`Bản số ${index}.`)
      }),
    )
    expect(printed.every(Boolean)).toBe(true)
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  test('goes with its renderer, and what is asked later is refused', async () => {
    const renderer = open({ children: 1 })
    await renderer.renderPdf(small)
    const [pid = 0] = renderer.pids()
    const lost = renderer.renderPdf(huge).catch(kindOf)
    await new Promise((resolve) => setTimeout(resolve, 20))
    renderer.close()
    expect(await lost).toBe('closed')
    expect(await renderer.renderPdf(small).catch(kindOf)).toBe('closed')
    expect(renderer.pids()).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})
