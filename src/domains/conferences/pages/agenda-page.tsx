import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { conferenceShows } from '../conference.ts'
import { conferencePaths } from '../paths.ts'
import type { ItemRow } from '../queries.ts'
import type { ConferencePlace } from '../read-conference.ts'
import { words } from '../words.ts'
import { ConferenceFrame } from './conference-frame.tsx'

interface AgendaPageProps {
  place: ConferencePlace
  citedOf: (item: string) => readonly Cited[]
  mayCite: boolean
  /** The form that came back, and of which item; '' is the new one. */
  returned: { item: string; part: 'item' | 'paper' | 'act'; form: Returned } | undefined
}

const empty: Returned = { typed: {}, errors: [] }

const ItemFields = ({ form, item }: { form: Returned; item: ItemRow | undefined }) => {
  const t = words(useLocale())
  return (
    <>
      <TextField {...fieldOf(form, 'title', item?.title)} label={t.item} maxlength={300} required />
      <TextField
        {...fieldOf(form, 'minutes', item?.minutes?.toString())}
        label={t.minutes}
        inputmode="numeric"
        narrow
      />
      <TextField {...fieldOf(form, 'presenter', item?.presenter)} label={t.presenter} maxlength={200} />
      <SelectField
        {...fieldOf(form, 'shows', item?.shows ?? 'item')}
        label={t.shows}
        options={conferenceShows.map((value) => ({ value, label: t.showNames[value] }))}
        required
      />
      <TextArea {...fieldOf(form, 'body', item?.body)} label={t.itemBody} rows={3} maxlength={8000} />
    </>
  )
}

const Move = ({ place, item, way }: { place: ConferencePlace; item: ItemRow; way: 'up' | 'down' }) => {
  const t = words(useLocale())
  const label = way === 'up' ? t.upItem(item.title) : t.downItem(item.title)
  return (
    <form method="post" action={conferencePaths.itemOrder(...place.at, item.id)}>
      <input type="hidden" name="way" value={way} />
      <SubmitButton look="quiet">
        {t[way]}
        <span class="hidden-text">: {label}</span>
      </SubmitButton>
    </form>
  )
}

const Papers = ({ place, item }: { place: ConferencePlace; item: ItemRow }) => {
  const t = words(useLocale())
  return (
    <ul>
      {item.papers.map((paper) => (
        <li>
          <a href={paper.path}>{paper.title}</a>
          {place.can('arrange') && (
            <form method="post" action={conferencePaths.removePaper(...place.at, paper.id)}>
              <SubmitButton look="quiet">{t.removePaper(paper.title)}</SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

const Changing = ({ place, item, returned }: AgendaPageProps & { item: ItemRow }) => {
  const t = words(useLocale())
  const formOf = (part: 'item' | 'paper') =>
    returned?.item === item.id && returned.part === part ? returned.form : undefined
  const paper = formOf('paper') ?? empty
  return (
    <>
      <div class="row">
        <Move place={place} item={item} way="up" />
        <Move place={place} item={item} way="down" />
      </div>
      <Details summary={t.changeItem} quiet open={formOf('item') !== undefined}>
        <PostedForm action={conferencePaths.item(...place.at, item.id)} form={formOf('item') ?? empty} submit={t.save}>
          <ItemFields form={formOf('item') ?? empty} item={item} />
        </PostedForm>
        <form method="post" action={conferencePaths.removeItem(...place.at, item.id)}>
          <SubmitButton look="danger">{t.removeItem}</SubmitButton>
        </form>
      </Details>
      <Details summary={t.addPaper} quiet open={formOf('paper') !== undefined}>
        <PostedForm action={conferencePaths.papers(...place.at, item.id)} form={paper} submit={t.addPaper}>
          <TextField {...fieldOf(paper, 'title')} label={t.paperTitle} maxlength={200} required />
          <TextField
            {...fieldOf(paper, 'address')}
            label={t.paperAddress}
            help={t.paperAddressHelp}
            maxlength={500}
            required
          />
        </PostedForm>
      </Details>
    </>
  )
}

const Item = (props: AgendaPageProps & { item: ItemRow }) => {
  const t = words(useLocale())
  const { place, item } = props
  const [bloc, year] = place.at
  const cited = props.citedOf(item.id)
  const about = [
    item.minutes === null ? '' : t.minutesOf(String(item.minutes)),
    item.presenter,
    item.shows === 'item' ? '' : t.onScreen(t.showNames[item.shows]),
  ]
  return (
    <Sheet title={`${item.position}. ${item.title}`} id={item.id}>
      <div class="stack">
        <p class="mute">{about.filter((part) => part !== '').join(' · ')}</p>
        {item.body !== '' && <p>{item.body}</p>}
        {item.papers.length > 0 && <Papers place={place} item={item} />}
        {(cited.length > 0 || props.mayCite) && (
          <CitedEvidence
            bloc={bloc}
            year={year}
            subject={{ kind: 'agenda', id: item.id }}
            cited={cited}
            mayAdd={props.mayCite}
          />
        )}
        {place.can('arrange') && <Changing {...props} />}
      </div>
    </Sheet>
  )
}

/** The agenda with its papers; for who keeps it each item can be changed where it stands. */
export const AgendaPage = (props: AgendaPageProps) => {
  const t = words(useLocale())
  const { place, returned } = props
  const added = returned?.item === '' ? returned.form : undefined
  return (
    <ConferenceFrame place={place} part="agenda">
      {returned?.part === 'act' && <Notice kind="error">{returned.form.refused}</Notice>}
      {place.items.length === 0 && <Empty title={t.noAgenda}>{t.noAgendaBody}</Empty>}
      {place.items.map((item) => (
        <Item {...props} item={item} />
      ))}
      {place.can('arrange') && (
        <Details summary={t.addItem} open={added !== undefined || place.items.length === 0}>
          <PostedForm action={conferencePaths.agenda(...place.at)} form={added ?? empty} submit={t.addItem}>
            <ItemFields form={added ?? empty} item={undefined} />
          </PostedForm>
        </Details>
      )}
    </ConferenceFrame>
  )
}
