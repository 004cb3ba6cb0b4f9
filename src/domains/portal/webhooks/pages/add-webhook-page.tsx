import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { webhookPaths } from '../paths.ts'
import { topicNames } from '../webhook.ts'
import { words } from '../words.ts'

export const AddWebhookPage = ({ form }: { form: Returned }) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: webhookPaths.list }]} />
      <PageHead title={t.add} under={t.what} />
      <Sheet>
        <PostedForm
          action={webhookPaths.add}
          form={form}
          submit={t.add}
          cancel={{ label: t.cancel, href: webhookPaths.list }}
        >
          <TextField {...fieldOf(form, 'name')} label={t.name} example={t.nameExample} maxlength={120} required />
          <TextField {...fieldOf(form, 'url')} label={t.url} help={t.urlHelp} type="url" maxlength={1000} required />
          <Fieldset legend={t.topics}>
            {topicNames.map((topic) => (
              <Checkbox {...tickOf(form, `topic.${topic}`)} label={t.topicNames[topic]} />
            ))}
          </Fieldset>
        </PostedForm>
      </Sheet>
    </div>
  )
}

/** The answer to the one request that made the secret. */
export const WebhookMadePage = ({ name, secret, href }: { name: string; secret: string; href: string }) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <PageHead title={t.made} under={name} />
      <Notice kind="warning" title={t.once}>
        {t.onceBody}
      </Notice>
      <Sheet>
        <Facts facts={[{ label: t.secret, value: <code>{secret}</code> }]} />
      </Sheet>
      <p>
        <LinkButton href={href}>{t.done}</LinkButton>
      </p>
    </div>
  )
}
