import type { Locale } from '#platform/words.ts'
import type { Draft, DraftMember, DraftMovement, Read } from './draft.ts'
import { words } from './words.ts'

type Words = ReturnType<typeof words>

function dayOf(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${month}/${year}`
}

function line(label: string, value: string | number | null, t: Words): string {
  return `${label}: ${value ?? t.notSaid}`
}

function list(label: string, items: readonly string[], t: Words): string[] {
  if (items.length === 0) return [line(label, null, t)]
  return [`${label} (${items.length}):`, ...items.map((item, index) => `  ${index + 1}. ${item}`)]
}

function member({ name, full_name: fullName }: DraftMember): string {
  return fullName === null ? name.value : `${name.value} (${fullName})`
}

function period({ from, to }: DraftMovement): string {
  if (from === null && to === null) return ''
  return `, ${[from, to].filter((year) => year !== null).join('–')}`
}

function movement(each: DraftMovement, t: Words): string {
  return `“${each.title.value}”${period(each)} — ${t.context[each.context]}`
}

function value<T>(read: Read<T> | null): T | null {
  return read === null ? null : read.value
}

function day(read: Read<string> | null): string | null {
  return read === null ? null : dayOf(read.value)
}

/** The draft for people to read: each field, what is not said, and what is doubtful. */
export function printDraft(draft: Draft, locale: Locale = 'vi'): string {
  const t = words(locale)
  const lines = [
    line(t.kindLabel, t.kind[draft.kind], t),
    line(t.bloc, value(draft.bloc), t),
    line(t.place, value(draft.place), t),
    line(t.year, value(draft.year), t),
    line(t.signingDate, day(draft.signing_date), t),
    line(t.published, day(draft.published), t),
    line(t.memberCount, value(draft.member_count), t),
    ...list(t.members, draft.members.map(member), t),
    line(t.head, value(draft.head), t),
    line(t.deputy, value(draft.deputy), t),
    ...list(
      t.guests,
      draft.guests.map((guest) => guest.value),
      t,
    ),
    line(t.witness, value(draft.witness), t),
    line(t.theme, draft.theme === null ? null : `“${draft.theme.value}”`, t),
    ...list(
      t.movements,
      draft.movements.map((each) => movement(each, t)),
      t,
    ),
    ...list(
      t.commitments,
      draft.commitments.map((each) => each.value),
      t,
    ),
    ...doubtLines(draft, locale, t),
  ]
  return `${lines.join('\n')}\n`
}

function doubtLines(draft: Draft, locale: Locale, t: Words): string[] {
  if (draft.doubts.length === 0) return [t.noDoubts]
  return ['', `${t.doubts} (${draft.doubts.length}):`, ...draft.doubts.map(({ message }) => `  ? ${message[locale]}`)]
}
