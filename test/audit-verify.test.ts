import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAudit, isIntact } from '../src/app/audit/report.ts'
import { exportedLog, tellStory, verifyAfter, verifyExported, type Attacker, type Story } from './audit/attacked.ts'

let story: Story

beforeAll(async () => {
  story = await tellStory()
})

/** What is found first and all the kinds, after an attack by SQL with every right of the owner. */
async function findings(attack: (attacker: Attacker) => Promise<void>, kept?: Parameters<typeof verifyAfter>[2]) {
  const report = await verifyAfter(story, attack, kept)
  expect(isIntact(report)).toBe(false)
  return report.tenants[0]?.findings
}

test('a log that nobody touched is intact, and agrees with yesterday’s checkpoint', async () => {
  const report = await verifyAfter(story, async () => {})
  expect(report.tenants).toMatchObject([{ tenant: 'nam_dinh', entries: 18, last: 18, findings: [], agreeing: 1 }])
  expect([isIntact(report), report.seals.leaning]).toEqual([true, 0])
})

test('a changed entry is found at its place, whatever was changed of it', async () => {
  const changes = [
    `facts = jsonb_set(facts, '{name}', '"Hội khác"')`,
    `actor_name = 'Người khác'`,
    'acting_unit_id = null',
    'account_id = gen_random_uuid()',
    `action = 'unit.ended'`,
    'subject_id = gen_random_uuid()',
    `at = at + interval '1 millisecond'`,
  ]
  const found = await findings(async ({ sql }) => {
    for (const [index, change] of changes.entries()) {
      await sql(`update audit_entry set ${change} where number = ${index + 2}`)
    }
  })
  expect(found).toEqual(changes.map((_change, index) => ({ kind: 'changed', number: index + 2 })))
})

test('a value that only looks equal is a change: microseconds, 1.0 for 1, and decomposed letters', async () => {
  const found = await findings(async ({ sql }) => {
    await sql('alter table audit_entry drop constraint audit_entry_at_exact')
    await sql(`update audit_entry set at = at + interval '3 microseconds' where number = 4`)
    await sql(`update audit_entry set facts = jsonb_set(facts, '{turn}', '6.0') where number = 6`)
    await sql(`update audit_entry set facts = normalize(facts::text, NFD)::jsonb where number = 8`)
  })
  expect(found).toEqual([4, 6, 8].map((number) => ({ kind: 'changed', number })))
})

test('the order of keys is none of the content: written anew in another order it is the same entry', async () => {
  const report = await verifyAfter(story, ({ sql }) =>
    sql(
      `update audit_entry set facts = (select jsonb_object_agg(key, value order by key desc) from jsonb_each(facts))`,
    ),
  )
  expect(isIntact(report)).toBe(true)
})

test('no time finer than the hash can be stored at all', async () => {
  const refused = verifyAfter(story, ({ sql }) => sql(`update audit_entry set at = at + interval '3 microseconds'`))
  await expect(refused).rejects.toThrow('audit_entry_at_exact')
})

test('a removed entry is found, also when the rest is numbered anew', async () => {
  expect(await findings(({ sql }) => sql('delete from audit_entry where number in (6, 7)'))).toContainEqual({
    kind: 'removed',
    number: 6,
    to: 7,
  })
  const renumbered = await findings(async ({ sql }) => {
    await sql('delete from audit_entry where number = 6')
    await sql('update audit_entry set number = -number where number > 6')
    await sql('update audit_entry set number = -number - 1 where number < 0')
    await sql('update audit_head set number = 17')
  })
  expect(renumbered?.[0]).toEqual({ kind: 'renumbered', number: 6, was: 7 })
})

test('two entries that changed places are found', async () => {
  const found = await findings(async ({ sql }) => {
    await sql('update audit_entry set number = -3 where number = 3')
    await sql('update audit_entry set number = 3 where number = 9')
    await sql('update audit_entry set number = 9 where number = -3')
  })
  expect(found?.slice(0, 2)).toEqual([
    { kind: 'renumbered', number: 3, was: 9 },
    { kind: 'rehashed', number: 3 },
  ])
})

test('an entry put between others is found, with its number taken twice or all later ones moved on', async () => {
  const twice = await findings(async ({ sql }) => {
    await sql('alter table audit_entry drop constraint audit_entry_pkey')
    await sql('alter table audit_entry drop constraint audit_entry_hash_key')
    await sql(`insert into audit_entry (number, at, account_id, actor_name, acting_unit_id, action, subject_kind, subject_id, facts, previous_hash, hash)
      select number, at, account_id, 'Người lạ', acting_unit_id, action, subject_kind, subject_id, facts, previous_hash, hash
      from audit_entry where number = 5`)
  })
  expect(twice?.map(({ kind }) => kind)).toContain('repeated')
  const moved = await findings(async ({ sql, rehashFrom }) => {
    await sql('update audit_entry set number = -number where number > 5')
    await sql('update audit_entry set number = -number + 1 where number < 0')
    await sql(`insert into audit_entry (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
      select 6, at, 'Người lạ', action, subject_kind, '{}', previous_hash, '\\x00' from audit_entry where number = 5`)
    await rehashFrom(6)
  })
  expect(moved).toEqual([{ kind: 'rewritten', number: 12, after: 0 }])
})

test('an entry changed with its own hash worked out anew is found by the one that follows', async () => {
  const found = await findings(async ({ sql, rehashFrom }) => {
    await sql('create temp table later as select number, previous_hash, hash from audit_entry where number > 5')
    await sql(`update audit_entry set actor_name = 'Người khác' where number = 5`)
    await rehashFrom(5)
    await sql(
      `update audit_entry e set previous_hash = l.previous_hash, hash = l.hash from later l where l.number = e.number`,
    )
    await sql('update audit_head set hash = (select hash from later order by number desc limit 1)')
  })
  expect(found).toEqual([{ kind: 'rehashed', number: 5 }])
})

test('an entry changed with every later hash and the head worked out anew is found by the checkpoint', async () => {
  const attack = async ({ sql, rehashFrom }: Attacker) => {
    await sql(`update audit_entry set actor_name = 'Người khác' where number = 5`)
    await rehashFrom(5)
  }
  expect(await findings(attack)).toEqual([{ kind: 'rewritten', number: 12, after: 0 }])
  const report = await verifyAfter(story, attack)
  expect(describeAudit(report, 'vi')).toContain('Nhật ký đã bị viết lại: mục 12 khác với dấu mốc')
  expect(describeAudit(report, 'en')).toContain('entry 12 differs from a checkpoint kept elsewhere')
})

test('a tail cut off is found by the head, and by the checkpoint when the head was moved back', async () => {
  const found = await findings(({ sql }) => sql('delete from audit_entry where number > 10'))
  expect(found).toEqual([
    { kind: 'cutOff', number: 11, to: 18 },
    { kind: 'wrongHead', number: 10, says: 18 },
  ])
  const moved = await findings(async ({ sql }) => {
    await sql('delete from audit_entry where number > 10')
    await sql('update audit_head set (number, hash) = (select number, hash from audit_entry where number = 10)')
  })
  expect(moved).toEqual([{ kind: 'cutOff', number: 11, to: 12 }])
})

test('a log emptied, or begun anew in its own right, is found', async () => {
  const emptied = await findings(async ({ sql }) => {
    await sql('delete from audit_entry')
    await sql(`update audit_head set number = 0, hash = sha256('t_nam_dinh')`)
  })
  expect(emptied).toEqual([{ kind: 'cutOff', number: 1, to: 12 }])
  const begunAnew = await findings(async ({ sql, rehashFrom }) => {
    await sql('delete from audit_entry where number <= 3')
    await sql('update audit_entry set number = number - 3')
    await rehashFrom(1)
  })
  expect(begunAnew?.map(({ kind }) => kind)).toEqual(['otherBeginning', 'rewritten'])
})

test('a clock turned back is no fault of the chain, and is told with the entry where it happened', async () => {
  const report = await verifyAfter(story, async ({ sql, rehashFrom }) => {
    await sql(`update audit_entry set at = at - interval '3 days' where number in (15, 16)`)
    await rehashFrom(15)
  })
  expect([isIntact(report), report.tenants[0]?.remarks]).toEqual([
    true,
    [
      {
        kind: 'backwards',
        number: 15,
        at: expect.stringMatching(/^2023-02-17/),
        before: expect.stringMatching(/^2023-02-20/),
      },
    ],
  ])
  expect(describeAudit(report, 'vi')).toContain(
    'mục 15 ghi lúc 2023-02-17 08:00, sớm hơn mục ngay trước (2023-02-20 08:00)',
  )
})

test('of two branches after a restore each is whole by itself, and a checkpoint of one does not fit the other', async () => {
  const goOnFromBackup = async ({ sql, rehashFrom }: Attacker) => {
    await sql('delete from audit_entry where number > 14')
    await sql(`insert into audit_entry (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
      select 15, at, 'giao-uoc restore', 'installation.restored', 'installation', '{"lastEntry": 14}', previous_hash, '\\x00'
      from audit_entry where number = 14`)
    await sql(`insert into audit_entry (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
      select n, at, 'Người ở máy mới', action, subject_kind, facts, previous_hash, int4send(n)
      from audit_entry, generate_series(16, 19) n where number = 12`)
    await rehashFrom(15)
  }
  const alone = await verifyAfter(story, goOnFromBackup)
  expect([isIntact(alone), alone.tenants[0]?.remarks]).toEqual([true, [{ kind: 'restored', number: 15, after: 14 }]])
  const against = await verifyAfter(story, goOnFromBackup, { line: `${story.yesterday}\n${story.today}` })
  expect(against.tenants[0]).toMatchObject({ agreeing: 1, findings: [{ kind: 'rewritten', number: 18, after: 12 }] })
  expect(describeAudit(against, 'en')).toContain('from entry 15 the log goes on from a backup taken after entry 14')
})

test('entries of another tenant do not fit into this log', async () => {
  const found = await findings(async ({ sql }) => {
    await sql(`insert into t_ha_nam.audit_entry (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
      select 1, at, 'Người Hà Nam', action, subject_kind, '{}', sha256('t_ha_nam'), sha256('x') from audit_entry where number = 1`)
    await sql(`update audit_entry e set (actor_name, facts, previous_hash, hash) =
      (select o.actor_name, o.facts, o.previous_hash, o.hash from t_ha_nam.audit_entry o where o.number = 1) where e.number = 8`)
  })
  expect(found?.slice(0, 2)).toEqual([
    { kind: 'moved', number: 8 },
    { kind: 'rehashed', number: 8 },
  ])
})

test('a second head, or none, is found', async () => {
  expect(await findings(({ sql }) => sql('delete from audit_head'))).toEqual([
    { kind: 'wrongHead', number: 18, says: null },
  ])
})

test('a log that cannot be read, and a tenant that is gone, are no silence', async () => {
  const dropped = await verifyAfter(story, ({ sql }) => sql('alter table audit_entry rename to elsewhere'))
  expect([isIntact(dropped), dropped.tenants[0]?.unreadable]).toEqual([false, expect.stringContaining('audit_entry')])
})

test('a checkpoint that the seal did not sign counts for nothing, and is told', async () => {
  const [, , number = ''] = story.yesterday.split('/')
  const forged = story.yesterday.replace(`/${number}/`, '/11/')
  const report = await verifyAfter(story, async () => {}, { line: forged })
  expect(report.seals.bad).toMatchObject([{ problem: 'wrongSignature', checkpoint: { number: 11 } }])
  expect(isIntact(report)).toBe(false)
})

test('without a certificate from outside the database’s own is used, and that is said', async () => {
  const report = await verifyAfter(story, async () => {}, { seals: [] })
  expect([isIntact(report), report.seals.leaning]).toEqual([true, 1])
  expect(describeAudit(report, 'vi')).toContain('lấy từ chính cơ sở dữ liệu đang kiểm tra')
  const emptied = await verifyAfter(story, ({ sql }) => sql('delete from audit_checkpoint; delete from seal'), {
    seals: [],
  })
  expect(emptied.seals.bad).toMatchObject([{ problem: 'unknownSeal' }])
})

test('an exported log is verified without a database: whole, changed, cut off', async () => {
  const whole = await exportedLog(story, ['', ''])
  const report = await verifyExported(story, whole)
  expect(report.tenants).toMatchObject([{ entries: 18, findings: [], agreeing: 1 }])
  const changed = await exportedLog(story, ['Lê Thị Thu An', 'Người khác'])
  expect((await verifyExported(story, changed)).tenants[0]?.findings).toEqual([{ kind: 'changed', number: 1 }])
  const cut = whole.split('\n').slice(0, 12).join('\n')
  expect((await verifyExported(story, cut)).tenants[0]?.findings).toEqual([{ kind: 'cutOff', number: 12, to: 18 }])
  await expect(verifyExported(story, 'không phải nhật ký')).rejects.toThrow('không phải tệp nhật ký đã xuất')
})

afterAll(() => story.end())
