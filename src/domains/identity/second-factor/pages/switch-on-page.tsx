import { LinkButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Qr } from '#ui/qr.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { secondFactorPath, switchOnPath } from '../paths.ts'
import { words } from '../words.ts'

interface SwitchOnPageProps {
  isReplacing: boolean
  /** Nothing else can be done before: the plain page has its own heading. */
  isLed: boolean
  /** Sealed: it travels to the page and back. */
  pending: string
  /** The secret in groups of four. */
  typed: string
  modules: readonly (readonly boolean[])[]
  form: Returned
}

export const SwitchOnPage = ({ isReplacing, isLed, pending, typed, modules, form }: SwitchOnPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {!isLed && <PageHead title={isReplacing ? t.replace : t.switchOn} />}
      <div class="stack">
        {isReplacing && <Notice kind="info" title={t.replaceHelp} />}
        <Sheet title={t.scan}>
          <div class="stack">
            <p>{t.scanBody}</p>
            <Qr modules={modules} label={t.qr} size={280} />
            <p>{t.typed}:</p>
            <p>
              <code>{typed}</code>
            </p>
            <p class="mute">{t.typedKind}</p>
          </div>
        </Sheet>
        <Sheet title={t.prove}>
          <PostedForm
            action={switchOnPath}
            form={form}
            submit={t.confirm}
            cancel={{ label: t.cancel, href: secondFactorPath }}
          >
            <input type="hidden" name="pending" value={pending} />
            <CodeField form={form} label={t.code} help={t.codeHelp} isDigits />
          </PostedForm>
        </Sheet>
      </div>
    </>
  )
}

interface CodeFieldProps {
  form: Returned
  label: string
  help: string
  isDigits?: boolean
}

/** A code is typed anew each time. */
export const CodeField = ({ form, label, help, isDigits = false }: CodeFieldProps) => (
  <TextField
    {...fieldOf(form, 'code')}
    value={undefined}
    label={label}
    help={help}
    autocomplete="one-time-code"
    {...(isDigits ? { inputmode: 'numeric' as const, narrow: true } : {})}
    required
  />
)

/** An offer that waited too long. */
export const OfferOverPage = ({ reason }: { reason: string }) => (
  <div class="stack">
    <Notice kind="warning" title={reason} />
    <p>
      <LinkButton href={switchOnPath} look="main">
        {words(useLocale()).switchOn}
      </LinkButton>
    </p>
  </div>
)
