using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Drivers;

/// <summary>The real host with a scripted conversation, in a folder of its own.</summary>
internal static class HostBuild
{
    /// <summary>Later settings win.</summary>
    public static WebApplication Of(string folder, Action<WebApplicationBuilder> configure, params string[] settings) => HelmHost.Build(
        [
            $"--contentRoot={folder}", "--environment=Development", "--Logging:LogLevel:Default=None",
            "--Helm:Host:Url=http://127.0.0.1:0", "--Helm:Schedule:Enabled=false",
            $"--Helm:Storage:Path={folder}/helm.db", $"--Helm:Security:TokenFile={folder}/token", "--Helm:Monitoring:RegistryFile=",
            "--Helm:Security:QuestionsWithoutToken=true",
            "--Helm:BotFramework:Enabled=true", "--Helm:BotFramework:DevelopmentMode=true",
            .. settings.Select(setting => "--" + setting),
        ],
        builder =>
        {
            builder.Services.AddSingleton<ITurns, ScriptedTurns>();
            builder.Services.AddSingleton<IVocabularySource, FixedNames>();
            configure(builder);
        });
}
