import type { Child } from 'hono/jsx'

/** Fields that belong together, under one heading. */
export const Fieldset = (props: { legend: Child; help?: Child; children: Child }) => (
  <fieldset class="fieldset">
    <legend>{props.legend}</legend>
    {props.help && <p class="field-help">{props.help}</p>}
    <div class="fields">{props.children}</div>
  </fieldset>
)
