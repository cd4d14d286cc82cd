import type { NeedState } from '../../../record/need.ts'

/** A state by its shape and not by colour alone: an empty ring, a full one, a half one, a tick. */
export const Mark = ({ state }: { readonly state: NeedState }) => (
  <svg class={`mark ${state}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle class="mark-ring" cx="12" cy="12" r="8.5" />
    {state === 'open' && <circle class="mark-full" cx="12" cy="12" r="8.5" />}
    {state === 'going' && <path class="mark-full" d="M12 3.5a8.5 8.5 0 0 1 0 17z" />}
    {state === 'met' && <path class="mark-tick" d="M8 12.4 11 15.3 16.2 9.2" />}
  </svg>
)
