// dynalite, an independent implementation of DynamoDB's protocol, on a free port of this machine. It has no
// UpdateTimeToLive and knows only tables without a time-to-live, so these two calls are answered here.

const http = require('http');
const dynalite = require(process.argv[2])({ createTableMs: 300, deleteTableMs: 0 });

const timesToLive = new Map();

function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
}

const calls = {
  UpdateTimeToLive({ TableName, TimeToLiveSpecification }, response) {
    if (timesToLive.has(TableName)) {
      return answer(response, 400, { __type: 'com.amazon.coral.validate#ValidationException', message: 'TimeToLive is already enabled' });
    }
    timesToLive.set(TableName, TimeToLiveSpecification.AttributeName);
    answer(response, 200, { TimeToLiveSpecification });
  },
  DescribeTimeToLive({ TableName }, response) {
    const AttributeName = timesToLive.get(TableName);
    const description = AttributeName ? { TimeToLiveStatus: 'ENABLED', AttributeName } : { TimeToLiveStatus: 'DISABLED' };
    answer(response, 200, { TimeToLiveDescription: description });
  },
};

const server = http.createServer((request, response) => {
  const call = calls[String(request.headers['x-amz-target']).split('.')[1]];
  if (!call) return dynalite.emit('request', request, response);
  let body = '';
  request.on('data', (chunk) => (body += chunk)).on('end', () => call(JSON.parse(body), response));
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));

// The tests hold the other end: when they are gone, so is this.
process.stdin.on('end', () => process.exit()).resume();
