import {createServer, type Server} from 'node:http';
import {type AddressInfo, connect, type Socket} from 'node:net';

/** A proxy that leads gitlab.com to the sandbox and everything else nowhere. */
export interface GitLabProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the proxy; Firefox has no other way to give a name another address. */
export async function startProxy(sandboxPort: number): Promise<GitLabProxy> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connect', (request, client: Socket) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    if (request.url !== 'gitlab.com:443') {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(sandboxPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
