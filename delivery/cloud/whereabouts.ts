/**
 * Outside of Tencent's cloud the SDK asks a server of it for its whereabouts before each call, for 60 ms. Which address it takes is settled where one is
 * given (`endpoint`, that of the local cloud).
 */
export const settleWhereabouts = (endpoint: string | undefined): void => {
  if (endpoint !== undefined) process.env['TENCENTCLOUD'] = 'true'
}
