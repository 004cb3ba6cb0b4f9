import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { stepUpPath } from '../../paths.ts'
import { passkeyPath, passkeysPath, removePasskeyPath, renamePasskeyPath } from '../paths.ts'
import type { PasskeyRow } from '../queries.ts'
import { words } from '../words.ts'
import { PasskeyState } from './passkeys-page.tsx'

interface PasskeyPageProps {
  passkey: PasskeyRow
  isSteppedUp: boolean
  form: Returned
}

/** One passkey: what is known of it, its name, and its end. */
export const PasskeyPage = ({ passkey, isSteppedUp, form }: PasskeyPageProps) => {
  const t = words(useLocale())
  const { refused, ...renaming } = form
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: passkeysPath }]} />
      <PageHead title={passkey.name} state={<PasskeyState passkey={passkey} />} />
      <div class="stack">
        {refused && <Notice kind="error">{refused}</Notice>}
        {passkey.halted_at !== null && <Notice kind="warning">{t.haltedBody}</Notice>}
        <Sheet>
          <Facts
            facts={[
              { label: t.made, value: formatMoment(passkey.made_at) },
              { label: t.used, value: passkey.used_at ? formatMoment(passkey.used_at) : t.unused },
              { label: t.kept, value: passkey.is_synced ? t.isSynced : t.isNotSynced },
              { label: t.host, value: passkey.host },
            ]}
          />
        </Sheet>
        <Sheet title={t.rename}>
          <PostedForm action={renamePasskeyPath(passkey.id)} form={renaming} submit={t.save}>
            <TextField {...fieldOf(renaming, 'name', passkey.name)} label={t.name} help={t.nameHelp} required />
          </PostedForm>
        </Sheet>
        {isSteppedUp ? <Remove passkey={passkey} /> : <ConfirmFirst id={passkey.id} />}
      </div>
    </>
  )
}

const ConfirmFirst = ({ id }: { id: string }) => (
  <p>
    <LinkButton href={stepUpPath(passkeyPath(id))} icon="lock">
      {words(useLocale()).confirmFirst}
    </LinkButton>
  </p>
)

const Remove = ({ passkey }: { passkey: PasskeyRow }) => {
  const t = words(useLocale())
  return (
    <Confirm
      title={t.remove}
      what={t.removeWhat}
      whom={passkey.name}
      undo={t.removeUndo}
      action={removePasskeyPath(passkey.id)}
      submit={t.remove}
      cancel={passkeysPath}
      danger
    />
  )
}
