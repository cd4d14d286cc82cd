type Policies = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => { readonly toString: () => string } }
}

const policies = (scope: object): Policies | null =>
  'trustedTypes' in scope ? (scope.trustedTypes as Policies) : null

/**
 * The URL of a script of ours, marked as trusted where the engine asks for it. TypeScript's `Worker`
 * takes only text, so the mark travels as text: the one place where the types are told otherwise.
 */
export const trustedScript = (url: string): string => {
  const policy = policies(self)?.createPolicy('tool', { createScriptURL: (text) => text })
  return policy ? (policy.createScriptURL(url) as unknown as string) : url
}
