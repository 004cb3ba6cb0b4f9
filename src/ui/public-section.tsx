import type { Child } from 'hono/jsx'

export const PublicSection = (props: { title: string; id?: string; children: Child }) => (
  <section class="public-section" id={props.id}>
    <h2>{props.title}</h2>
    {props.children}
  </section>
)
