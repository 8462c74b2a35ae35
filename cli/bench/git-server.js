// Serves the git repositories below a folder over HTTPS on loopback: node git-server.js folder key cert
// Prints its port. Speaks git's own CGI, so that both clients meet the same server.
const https = require('https');
const { spawn } = require('child_process');
const fs = require('fs');

const [folder, key, cert] = process.argv.slice(2);

const server = https.createServer(
  { key: fs.readFileSync(key), cert: fs.readFileSync(cert) },
  (request, response) => {
    const url = new URL(request.url, 'https://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: request.headers['git-protocol'] || '',
        REQUEST_METHOD: request.method,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] || '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] || '',
      },
    });
    request.pipe(backend.stdin);
    let head = Buffer.alloc(0);
    let begun = false;
    backend.stdout.on('data', (data) => {
      if (begun) return response.write(data);
      head = Buffer.concat([head, data]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      begun = true;
      for (const line of head.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(/: (.*)/);
        if (name === 'Status') response.statusCode = parseInt(value, 10);
        else response.setHeader(name, value);
      }
      return response.write(head.subarray(end + 4));
    });
    backend.stdout.on('end', () => response.end());
  },
);
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
