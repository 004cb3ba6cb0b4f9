export type Step = { label: string; href?: string }

/** The steps of one task, the present one counted from 0. */
export const Steps = ({ steps, current, label }: { steps: readonly Step[]; current: number; label: string }) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step, index) => (
      <li class={index < current ? 'past' : undefined} aria-current={index === current ? 'step' : undefined}>
        {step.href && index < current ? <a href={step.href}>{step.label}</a> : step.label}
      </li>
    ))}
  </ol>
)
