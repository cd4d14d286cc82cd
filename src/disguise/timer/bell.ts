/** Rings at the end of each interval, and only for somebody who has pressed "Start". */
export type Bell = {
  /**
   * Milliseconds from now for each timer; the last one of each rings longest. Forgets what was planned
   * before.
   */
  readonly plan: (timers: readonly (readonly number[])[]) => void
}

const ring = (context: AudioContext, at: number): OscillatorNode => {
  const [tone, volume] = [context.createOscillator(), context.createGain()]
  tone.frequency.value = 880
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(0.3, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + 0.45)
  return tone
}

/** Milliseconds from now on that are not planned: Firefox throws at some hundred days, and no page stays for so long. */
const tooFar = 30 * 86_400_000

const ringAll = (context: AudioContext, ends: readonly number[]): OscillatorNode[] =>
  ends.flatMap((end, index) => {
    if (end > tooFar) return []
    const times = index === ends.length - 1 ? 4 : 1
    return Array.from({ length: times }, (_, time) =>
      ring(context, context.currentTime + end / 1000 + time * 0.6),
    )
  })

/**
 * Planned on the sound card's own clock, because a page in the background gets its turns late. It
 * needs no permission; a browser without sound, or with none for so late, simply stays silent. While anything is planned its
 * clock is kept: some browsers let a new one sound only under a finger.
 */
export const createBell = (): Bell => {
  let context: AudioContext | null = null
  let tones: readonly OscillatorNode[] = []
  const quiet = (): void => {
    void context?.close().catch(() => undefined)
    context = null
  }
  const plan: Bell['plan'] = (timers) => {
    for (const tone of tones) tone.disconnect()
    tones = []
    if (timers.length === 0 || !('AudioContext' in window)) return quiet()
    try {
      const clock = (context ??= new AudioContext())
      tones = timers.flatMap((ends) => ringAll(clock, ends))
    } catch {
      // A sound that a browser cannot give must hold up no key.
      quiet()
    }
  }
  return { plan }
}
