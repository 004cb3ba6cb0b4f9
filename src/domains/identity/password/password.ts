import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 64 MiB, three passes and one lane: 67 ms on the machine it was measured on. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Of random bytes that nobody kept: compared when there is no account, so that both answers cost the same. */
const nobodysHash = '$argon2id$v=19$m=65536,t=3,p=1$5Az7CuVg7xKgCz1wypA6mg$65VcGehNHaLtwoUxDkArZLJHED/8D4OqVyiUijwPTNk'

export interface Passwords {
  hash: (password: string) => Promise<string>
  /** Without a stored hash the answer is no, after the same work. */
  verify: (stored: string | null, password: string) => Promise<boolean>
}

/** Lets so many run at once and keeps the others in the order they came. */
function openGate(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return work().finally(leave)
  }
}

/** One a process: each hash takes 64 MiB while it runs. A password typed in NFD is the same password. */
export function openPasswords(atOnce = 4): Passwords {
  const gate = openGate(atOnce)
  return {
    hash: (password) => gate(() => hash(password.normalize('NFC'), cost)),
    verify: (stored, password) =>
      gate(async () => {
        const same = await verify(stored ?? nobodysHash, password.normalize('NFC'))
        return stored !== null && same
      }),
  }
}
