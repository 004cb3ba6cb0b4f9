/** Work that only a few may do at once; the others wait in order, and when too many wait the next one hears so. */
export interface Turns {
  take: <Result>(work: () => Promise<Result>) => Promise<Result | 'busy'>
}

export function openTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }): Turns {
  const waiting: (() => void)[] = []
  let working = 0

  async function enter() {
    if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else working += 1
  }

  function leave() {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }

  return {
    take: async (work) => {
      if (working >= atOnce && waiting.length >= mostWaiting) return 'busy'
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
