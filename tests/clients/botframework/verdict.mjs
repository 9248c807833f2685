// Reads {"metadata","appId","cases":[{"authorization","activity"}]}, prints a list of true (let in) and false (refused).
import { readFileSync } from 'node:fs';
import connector from 'botframework-connector';

const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory, AuthenticationConfiguration } = connector;
const request = JSON.parse(readFileSync(0, 'utf8'));
const authentication = BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', 'https://api.botframework.com',
  'https://api.botframework.com', request.metadata, 'https://localhost.invalid/emulator', '',
  new PasswordServiceClientCredentialFactory(request.appId, 'secret'), new AuthenticationConfiguration());

const verdicts = [];
for (const { authorization, activity } of request.cases) {
  try {
    await authentication.authenticateRequest(activity, authorization);
    verdicts.push(true);
  } catch {
    verdicts.push(false);
  }
}
console.log(JSON.stringify(verdicts));
