import type { ServerResponse } from 'node:http'

/** Server-sent events: everybody attached hears everything that is published. */
export interface Events {
  attach: (res: ServerResponse) => void
  publish: (event: string, data: unknown) => void
  close: () => void
}

export function createEvents(): Events {
  const open = new Set<ServerResponse>()
  return {
    attach(res) {
      res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      res.write('retry: 1000\n\n')
      open.add(res)
      res.on('close', () => open.delete(res))
    },
    publish(event, data) {
      if (open.size === 0) return
      const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      for (const res of open) res.write(text)
    },
    close() {
      for (const res of open) res.end()
    },
  }
}
