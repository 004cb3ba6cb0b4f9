import type { CanonicalAgreement } from '#domains/agreement/canonical-text.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import type { Stop } from '#domains/blocs/bloc-year.ts'
import { LinkButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Quote } from '#ui/quote.tsx'
import { Road, type Stop as RoadStop } from '#ui/road.tsx'
import { SigningState } from '../../home/pages/home-page.tsx'
import { Papers } from '../../published/pages/papers.tsx'
import { SampleNotice } from '../../published/pages/sample-notice.tsx'
import { SigningOver, termFacts } from '../../published/pages/signing-over.tsx'
import { paths } from '../../paths.ts'
import type { PublishedAgreement } from '../../queries.ts'
import { words } from '../../words.ts'
import type { Story } from '../queries.ts'
import type { StoryMember } from '../story.ts'
import { DoingsOfYear } from './doings.tsx'
import { ProgressOfYear } from './progress.tsx'
import { Promises } from './promises.tsx'

/** A bloc's year as a tale: who, what they promised, when they signed, the papers, the road. */
export const StoryPage = (story: Story) => {
  const t = words(useLocale()).story
  const { year, agreement, members } = story
  return (
    <>
      <Hero title={year.bloc.name} lead={<Lead {...story} />} aside={<MainFacts {...story} />} />
      <Closed {...story} />
      <SigningOver term={story.term} />
      {agreement?.row.is_sample && <SampleNotice />}
      {agreement === null ? <NotYet /> : <Promised text={agreement.text} />}
      {members.length > 0 && (
        <PublicSection title={t.members(members.length)}>
          {agreement && <p class="mute small">{t.membersNote(formatDay(agreement.text.signingOn))}</p>}
          <Members members={members} />
        </PublicSection>
      )}
      {agreement && (
        <PublicSection title={t.papers}>
          <Papers agreement={agreement} year={year} />
          <p class="public-more">
            <LinkButton href={paths.agreement(year.bloc.slug, year.slug)} icon="document">
              {t.readAgreement}
            </LinkButton>
          </p>
        </PublicSection>
      )}
      <ProgressOfYear {...story} />
      <DoingsOfYear {...story} />
      <YearRoad road={story.road} />
      <OtherYears {...story} />
    </>
  )
}

/** A year that a reorganisation closed says so first, and who goes on. */
const Closed = ({ closing }: Story) => {
  const t = blocWords(useLocale())
  if (closing === undefined) return null
  const { successor, elsewhere } = closing
  const inTenant = successor && t.yearOfBloc(successor.bloc.name, successor.label)
  const goesOn = elsewhere === null ? inTenant : t.closedElsewhere(elsewhere.name, elsewhere.tenant)
  return (
    <Notice kind="info" title={t.closedTitle(formatDay(closing.closed_on))}>
      <p>{t.closedBy(closing.document)}</p>
      <p>{goesOn === null ? t.closedNobody : `${t.closedHanded} ${goesOn}`}</p>
    </Notice>
  )
}

const signedBy = (agreement: PublishedAgreement) =>
  agreement.signers.filter((signer) => signer.state === 'signed').length

const Lead = ({ year, agreement, members, term }: Story) => {
  const t = words(useLocale()).story
  if (agreement === null) return <>{t.leadNone(members.length, year.label)}</>
  const signing = term?.isOver === true ? t.leadOver : t.leadSigning
  const say = agreement.row.state === 'signed' ? t.leadSigned : signing
  return <>{say(agreement.signers.length, year.label)}</>
}

const MainFacts = ({ year, agreement, members, term }: Story) => {
  const t = words(useLocale()).story
  const head = members.find((member) => member.office === 'head')
  const signedAt = agreement?.row.signed_at
  const facts = [
    agreement && { label: t.signingDay, value: formatDay(agreement.text.signingOn) },
    agreement && { label: t.signatures, value: t.signaturesOf(signedBy(agreement), agreement.signers.length) },
    ...termFacts(term, t),
    signedAt && { label: t.lastSignature, value: formatMoment(signedAt) },
    head && { label: t.head(year.label), value: head.name },
  ].filter((fact) => fact !== null && fact !== undefined)
  return facts.length === 0 ? <span /> : <Facts side facts={facts} />
}

const NotYet = () => {
  const t = words(useLocale()).story
  return <Empty title={t.notYet}>{t.notYetBody}</Empty>
}

const Promised = ({ text }: { text: CanonicalAgreement }) => {
  const t = words(useLocale()).story
  return (
    <>
      {text.theme !== '' && <Quote text={text.theme} source={t.theme(text.year.label)} />}
      <Promises text={text} />
    </>
  )
}

const Members = ({ members }: { members: readonly StoryMember[] }) => {
  const locale = useLocale()
  const t = words(locale).story
  const { offices } = blocWords(locale)
  const noteOf = ({ office, leftOn, joinedOn }: StoryMember) =>
    [office && offices[office], leftOn && t.left(formatDay(leftOn)), joinedOn && t.joined(formatDay(joinedOn))]
      .filter((note) => note !== null)
      .join(', ')
  return (
    <ColumnsList
      items={members.map((member) => ({
        label: member.name,
        href: paths.unit(member.unit, member.name),
        note: noteOf(member),
      }))}
    />
  )
}

/** What is past due is the members' business: in public a stop is over, under way, or to come. */
const publicState = { ahead: 'next', open: 'now', done: 'past', skipped: 'skipped', closed: 'closed' } as const

const YearRoad = ({ road }: { road: readonly Stop[] }) => {
  const locale = useLocale()
  const t = words(locale).story
  const labels = blocWords(locale).stops
  if (road.length === 0) return null
  const stops = road.map(({ stop, state, due_on, done_on }): RoadStop => {
    const over = state === 'done' || state === 'skipped' || state === 'closed'
    const due = over || due_on === null ? undefined : t.due(formatDay(due_on))
    const when = state === 'done' && done_on !== null ? formatDay(done_on) : due
    return {
      label: labels[stop],
      state: publicState[state],
      ...(when === undefined ? {} : { when }),
    }
  })
  return (
    <PublicSection title={t.road}>
      <Road stops={stops} label={t.road} />
    </PublicSection>
  )
}

const OtherYears = ({ others, year }: Story) => {
  const t = words(useLocale()).story
  if (others.length === 0) return null
  return (
    <PublicSection title={t.otherYears}>
      <ul class="years">
        {others.map((other) => (
          <li>
            <a href={paths.story(year.bloc.slug, other.year.slug)}>{t.year(other.year.label)}</a>{' '}
            <SigningState published={other.published} />
          </li>
        ))}
      </ul>
    </PublicSection>
  )
}
