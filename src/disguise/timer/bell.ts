/** Rings at the end of each interval, and only for somebody who has pressed "Start". */
export type Bell = {
  /** Milliseconds from now; the last one rings longest. Forgets what was planned before. */
  readonly plan: (ends: readonly number[]) => void
  readonly quiet: () => void
}

const ring = (context: AudioContext, at: number): void => {
  const [tone, volume] = [context.createOscillator(), context.createGain()]
  tone.frequency.value = 880
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(0.3, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + 0.45)
}

/**
 * Planned on the sound card's own clock, because a page in the background gets its turns late. It
 * needs no permission; a browser without sound simply stays silent.
 */
export const createBell = (): Bell => {
  let context: AudioContext | null = null
  const quiet = (): void => {
    void context?.close().catch(() => undefined)
    context = null
  }
  const plan = (ends: readonly number[]): void => {
    quiet()
    if (ends.length === 0 || !('AudioContext' in window)) return
    context = new AudioContext()
    for (const [index, end] of ends.entries()) {
      const times = index === ends.length - 1 ? 4 : 1
      for (let time = 0; time < times; time += 1) {
        ring(context, context.currentTime + end / 1000 + time * 0.6)
      }
    }
  }
  return { plan, quiet }
}
