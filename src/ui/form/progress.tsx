/** The sentences that a script shows one by one while it works; without a script none is seen. */
export const Progress = ({ sentences }: { sentences: Readonly<Record<string, string>> }) => (
  <output class="progress" data-progress>
    {Object.entries(sentences).map(([key, sentence]) => (
      <span hidden data-say={key}>
        {sentence}
      </span>
    ))}
  </output>
)
