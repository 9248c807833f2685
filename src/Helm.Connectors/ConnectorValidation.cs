using System.Net;
using Helm.Connectors.Alertmanager;
using Helm.Connectors.Email;
using Helm.Connectors.GitHub;
using Helm.Connectors.PagerDuty;
using Helm.Connectors.Webhook;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors;

/// <summary>Secrets are references, and what is secret goes over encrypted ways or stays on this machine.</summary>
internal sealed class ConnectorValidation
    : IValidateOptions<WebhookOptions>, IValidateOptions<PagerDutyOptions>, IValidateOptions<EmailOptions>, IValidateOptions<GitHubOptions>,
        IValidateOptions<AlertmanagerOptions>
{
    private const string Reference = "a reference: env:NAME or file:PATH";
    private const string Address = "an https address, or http to this machine";

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var wrong = new Requirements(WebhookOptions.Section);
        foreach (var (key, endpoint) in options.Endpoints)
        {
            wrong.Require(IsPrivate(endpoint.Url), $"Endpoints:{key}:Url", endpoint.Url, Address)
                .Require(IsReference(endpoint.Secret), $"Endpoints:{key}:Secret", "...", Reference);
        }

        return wrong.Result();
    }

    public ValidateOptionsResult Validate(string? name, PagerDutyOptions options)
    {
        var wrong = new Requirements(PagerDutyOptions.Section)
            .Require(IsPrivate(options.EventsUrl), nameof(options.EventsUrl), options.EventsUrl, Address)
            .Require(IsPrivate(options.ApiUrl), nameof(options.ApiUrl), options.ApiUrl, Address)
            .Require(options.ApiToken.Length == 0 || IsReference(options.ApiToken), nameof(options.ApiToken), "...", Reference);
        foreach (var (key, routing) in options.RoutingKeys)
        {
            wrong.Require(IsReference(routing), $"RoutingKeys:{key}", "...", Reference);
        }

        return wrong.Result();
    }

    public ValidateOptionsResult Validate(string? name, EmailOptions options) => options.Host.Length == 0
        ? ValidateOptionsResult.Success
        : new Requirements(EmailOptions.Section)
            .Require(options.Port is > 0 and < 65536, nameof(options.Port), options.Port, "a port")
            .Require(EmailChannel.IsAddress(options.From), nameof(options.From), options.From, "a mail address")
            .Require(options.Security != MailSecurity.None || IsHere(options.Host), nameof(options.Security), options.Security, "StartTls or Tls for a server on another machine")
            .Require(options.User.Length == 0 || IsReference(options.Password), nameof(options.Password), "...", Reference)
            .Result();

    public ValidateOptionsResult Validate(string? name, GitHubOptions options) => options.Repository.Length == 0
        ? ValidateOptionsResult.Success
        : new Requirements(GitHubOptions.Section)
            .Require(options.Repository.Split('/') is [{ Length: > 0 }, { Length: > 0 }], nameof(options.Repository), options.Repository, "owner/name")
            .Require(IsPrivate(options.ApiUrl), nameof(options.ApiUrl), options.ApiUrl, Address)
            .Require(IsReference(options.Token), nameof(options.Token), "...", Reference)
            .Require(options.WebhookSecret.Length == 0 || IsReference(options.WebhookSecret), nameof(options.WebhookSecret), "...", Reference)
            .Result();

    public ValidateOptionsResult Validate(string? name, AlertmanagerOptions options) => new Requirements(AlertmanagerOptions.Section)
        .Require(options.Secret.Length == 0 || IsReference(options.Secret), nameof(options.Secret), "...", Reference)
        .Require(options.Url.Length == 0 || IsPrivate(options.Url), nameof(options.Url), options.Url, Address)
        .Require(options.ApiToken.Length == 0 || IsReference(options.ApiToken), nameof(options.ApiToken), "...", Reference)
        .Result();

    private static bool IsReference(string text) =>
        text.StartsWith("env:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal);

    private static bool IsPrivate(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsHere(url.Host)));

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
