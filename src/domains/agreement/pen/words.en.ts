import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  heading: 'Signing on paper',
  print: {
    heading: 'Print, sign and scan',
    blank: 'Open the paper to print',
    steps: (copies, cell) => [
      `Print ${copies} copies of exactly this file, not of a draft. Every page ends with the check code and the beginning of the hash.`,
      `The unit’s signer signs in the place “${cell}”, seals it, and writes their name when they sign for another.`,
      'Scan one copy: the page with the signature and every page with the check code, as PDF, JPEG or PNG of at most 20 MB.',
      'Send the scan below. Two people of two other units look at it and confirm; only then the unit’s place counts as signed.',
    ],
    keep: 'Keep the paper: the scan does not stand for it.',
  },
  code: 'Check code on the scan',
  codeHelp: 'Read the 12 letters and figures at the foot of the page that was scanned, and type them here.',
  codeExample: '7K3M-9QXD-2HTA',
  bring: {
    heading: 'Send the scan',
    signer: 'Who signed',
    signerHelp: 'The person who held the unit’s mandate to sign on that day.',
    signedOn: 'Day of the pen signature',
    file: 'Scan',
    fileHelp: 'PDF, JPEG or PNG, 20 MB at most. The file is kept byte for byte as evidence and is not published.',
    do: 'Send it to the two witnesses',
    replace: 'This scan takes the place of the one that waits; what was confirmed for that one does not count.',
    cancel: 'Back to the agreement',
  },
  noSigner: 'Nobody holds this unit’s mandate to sign',
  noSignerBody: 'A scan can be sent once a mandate to sign for the unit is confirmed.',
  scans: 'Scans sent',
  scanOf: (unit) => `Scan of ${unit}`,
  states: {
    waiting: 'waits for witnesses',
    confirmed: 'witnessed',
    rejected: 'not confirmed',
    withdrawn: 'taken back',
    dropped: 'no longer used',
  },
  signer: 'Signer',
  signerLine: (name, post) => `${name}, ${post}`,
  signedOn: 'Signed on',
  unit: 'Unit',
  hash: 'SHA-256 of the scan',
  broughtBy: 'Sent by',
  brought: (name, at) => `${name}, ${at}`,
  witnesses: 'Witnesses',
  noWitness: 'none yet',
  witness: (name, unit, at) => `${name} (${unit}), confirmed ${at}`,
  denial: (name, unit, at) => `${name} (${unit}), did not confirm ${at}`,
  open: 'Open the scan',
  frozen: 'The fixed text',
  alt: (signer, unit) => `Scan of the page signed by ${signer}, ${unit}`,
  look: {
    heading: 'Witness a signature on paper',
    check: 'Before you confirm, compare the scan with the fixed text:',
    points: (code, signer) => [
      `The check code at the foot of the page is ${code}.`,
      'The words on the scan are those of the fixed text, with nothing changed by hand.',
      `The unit’s place holds the signature of ${signer} and the unit’s seal, if it has one.`,
    ],
    meaning:
      'You confirm that you saw the scan so; you sign for no unit. Names and units of witnesses are printed in the signature’s place and shown on the public page.',
    do: 'Confirm what I saw',
    busy: 'Another unit is signing this paper. Wait a minute and confirm again.',
    refuse: 'Do not confirm',
    refuseBody: 'The scan is used no more; who sent it is told the reason and may send another.',
    reason: 'Reason',
    doRefuse: 'Do not confirm, and send the reason',
    notYou:
      'A witness belongs to another unit, and is neither the signer, nor who sent the scan, nor of the same unit as the other witness.',
  },
  withdraw: {
    summary: 'Take the scan back',
    body: 'For a file sent by mistake. The scan stays in the history and is used no more.',
    reason: 'Reason',
    do: 'Take the scan back',
  },
  seal: {
    name: (tenant) => `Giao Ước system - ${tenant}`,
    reason: ({ scan, signer, unit }) =>
      `The system records a pen signature of ${signer}, ${unit}; scan SHA-256 ${scan}`,
  },
  mails: {
    brought: ({ name, title, unit, signer }) => ({
      subject: `The head has sent a scan of ${unit}’s signature on paper`,
      text: `Dear ${name},\n\nThe head of the bloc has sent a scan of “${title}” on which ${signer} signed for ${unit} on paper. Please look at it among your things to do; if your unit has not signed, tell the head and the authority at once.\n`,
    }),
    witness: ({ name, title, unit }) => ({
      subject: `To witness: ${unit} signed ${title} on paper`,
      text: `Dear ${name},\n\n${unit} has signed “${title}” on paper and sent the scan. Someone of your unit is asked to look at it and confirm it, or to say why not. You find it among your things to do; two units suffice.\n`,
    }),
  },
  violations: {
    noScan: 'No scan was chosen.',
    scanTooLarge: 'The scan is larger than 20 MB. Scan again at a lower resolution (300 dpi, grey).',
    notAScan: 'This file is no PDF, JPEG or PNG.',
    scanIsThePaper:
      'This is the system’s own file, not a scan with a signature. Choose the file scanned from the paper.',
    wrongCode:
      'The check code is not that of this text. Compare it letter by letter; another code is another text’s print.',
    signedBeforeText: ({ day }) => `The day of the pen cannot lie before the day on which the text was fixed (${day}).`,
    signedInFuture: 'The day of the pen cannot lie after today.',
    notSignerThen: ({ day }) => `This person had no right to sign for the unit on ${day}.`,
    notWaiting: 'This scan no longer waits for witnesses.',
    otherText: 'The text was opened and fixed anew; this scan is of the earlier print.',
  },
  actions: {
    'agreement.scanBrought': 'sent a scan of a signature on paper',
    'agreement.scanWitnessed': 'witnessed a signature on paper',
    'agreement.scanRefused': 'did not confirm a scan',
    'agreement.scanWithdrawn': 'took a scan back',
    'agreement.penSigned': 'was the second witness; the system recorded the signature on paper',
  },
}
