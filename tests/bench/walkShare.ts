import { answerTo } from './answering.ts'
import { button, nth, row, said, tab, typed, type Step } from './touches.ts'

// From whom to share with to the answer that came and the end of the link, on the real relay.

const chosen: readonly Step[] = [
  tab('shares'),
  said('log of what was shared', 'share.log.title'),
  typed('search the log', 'share.log.search', 'mott'),
  tab('shares', '', true),
  row('one that has ended', 'Mottagare 3'),
  tab('shares', '', true),
  button('whom to share with', 'share.add'),
  said('parts of everything', 'share.type.social'),
  nth('tick a part', 'checkbox', 3),
  button('what they will see', 'action.continue'),
  button('consent before the link', 'share.consent.open'),
  button('', 'action.back', true),
  button('terms of the link', 'share.preview.change'),
  button('what they will see, again', 'share.terms.next'),
]

/** Others of this kind have ended and stand below it. */
const open: readonly Step[] = [tab('shares', '', true), said('', 'share.type.social', true)]

const linked: readonly Step[] = [
  button('make the link', 'share.preview.make'),
  button('picture of the link', 'share.link.showCode'),
  button('have it read out', 'share.spoken.offer'),
  {
    name: 'keep it up to date',
    where: ({ room, say }) => room.getByRole('checkbox', { name: say('share.living.keep') }),
  },
  tab('shares', '', true),
  said('page of a live share', 'share.type.social'),
  button('what became of the link', 'share.receipt.look'),
  { ...button('look for answers', 'reply.look'), before: answerTo },
  row('an answer that came', 'Sam Ordnare'),
  button('keep what it suggests', 'reply.take.appointment'),
  ...open,
  button('consent after the link', 'share.consent.open'),
  ...open,
  button('change what they see', 'share.change.press'),
  ...open,
  button('later, and a pause', 'share.later.more'),
  button('stop the link', 'share.stop.press'),
  button('take it off the list', 'share.over.remove'),
]

export const shared: readonly Step[] = [...chosen, ...linked]
