import { createServer } from 'node:http'

process.once('message', (body: string) => {
  const bytes = Buffer.from(body)
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': bytes.length })
    response.end(bytes)
  })
  server.listen(0, 'localhost', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
  })
})
