/** "A - B - C" as ['A -', 'B -', 'C'], so that a line breaks between members and never inside one. */
const quotePhrases = (text: string) => text.split(/(?<=\s[-–—])\s+/u)

/** A motto or a theme, set as on the paper it comes from. */
export const Quote = ({ text, source }: { text: string; source: string }) => (
  <figure class="quote">
    <blockquote>
      {quotePhrases(text).map((phrase, index) => (
        <>
          {index > 0 && ' '}
          <span>{phrase}</span>
        </>
      ))}
    </blockquote>
    <figcaption>{source}</figcaption>
  </figure>
)
