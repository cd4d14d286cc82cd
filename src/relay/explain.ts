import { settings } from './config.ts'

/** A sentence for whoever tried to start the relay. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return 'It could not be started.'
  if (!('code' in error) || error.code !== 'EADDRINUSE' || !('port' in error)) return error.message
  const { appPort, recipientPort } = settings
  const names = `${appPort.name} or ${recipientPort.name}`
  return `Port ${String(error.port)} is in use. Stop what uses it, or choose another with ${names}.`
}
