/** Argon2id's cost: memory in KiB, passes over it. */
export type Cost = { readonly memory: number; readonly passes: number }

/** Never lower: 64 MiB and three passes, see CRYPTO-3. */
export const floor: Cost = { memory: 65_536, passes: 3 }
