import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { dayOf, formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table } from '#ui/table.tsx'
import { publicVoicePaths } from '../../paths.ts'
import { words } from '../../sending/words.ts'
import type { AnswerRow, PublicAnswer } from '../queries.ts'

interface ListProps {
  answers: readonly PublicAnswer[]
  nameOf: (unit: string) => string
  page: number
  last: number
}

/** Opinions that were answered in public, the newest first. */
export const AnswersPage = ({ answers, nameOf, page, last }: ListProps) => {
  const t = words(useLocale())
  return (
    <>
      <Hero title={t.answers} lead={t.answersLead} />
      <PublicSection title={t.answers}>
        <p>
          <a href={publicVoicePaths.choose}>{t.choose}</a> · <a href={publicVoicePaths.follow}>{t.follow}</a>
        </p>
        <Table
          caption={t.answers}
          rows={answers}
          empty={<Empty title={t.noAnswers}>{t.noAnswersBody}</Empty>}
          columns={[
            {
              key: 'title',
              label: t.opinion,
              heading: true,
              cell: ({ slug, title }) => <a href={publicVoicePaths.answer(slug)}>{title}</a>,
            },
            { key: 'topic', label: t.topic, cell: ({ topic }) => topic ?? '–' },
            { key: 'unit', label: t.answer, cell: ({ unit_id }) => nameOf(unit_id) },
            { key: 'day', label: t.answeredOn, cell: ({ answered_on }) => formatDay(answered_on) },
          ]}
        />
        <Pagination page={page} last={last} href={(number) => `${publicVoicePaths.answers}?trang=${number}`} />
      </PublicSection>
    </>
  )
}

interface AnswerProps {
  opinion: PublicAnswer
  answers: readonly AnswerRow[]
  pictures: readonly { number: number; width: number; height: number }[]
  nameOf: (unit: string) => string
}

/** One opinion in the words that everyone may read, with its answers. */
export const AnswerPage = ({ opinion, answers, pictures, nameOf }: AnswerProps) => {
  const t = words(useLocale())
  const facts = [
    { label: t.bloc, value: opinion.bloc },
    { label: t.receivedOn, value: formatDay(opinion.received_on) },
    ...(opinion.topic === null ? [] : [{ label: t.topic, value: opinion.topic }]),
    ...(opinion.place_name === '' ? [] : [{ label: t.placeOf, value: opinion.place_name }]),
  ]
  return (
    <>
      <Hero title={opinion.title} aside={<Facts facts={facts} side />} />
      <PublicSection title={t.opinion}>
        <p class="lines">{opinion.shown_text}</p>
        {pictures.map(({ number, width, height }) => (
          <img
            src={publicVoicePaths.picture(opinion.slug, String(number))}
            width={width}
            height={height}
            alt={t.picture(number)}
            loading="lazy"
          />
        ))}
        {opinion.likes > 0 && <p>{t.likes(opinion.likes)}</p>}
      </PublicSection>
      <PublicSection title={t.answer}>
        {answers.map((answer) => (
          <article>
            <h3>{t.answered(nameOf(answer.unit_id), formatDay(dayOf(answer.published_at ?? '')))}</h3>
            <p class="lines">{answer.text}</p>
          </article>
        ))}
      </PublicSection>
      <p>
        <a href={publicVoicePaths.answers}>{t.all}</a>
      </p>
    </>
  )
}
