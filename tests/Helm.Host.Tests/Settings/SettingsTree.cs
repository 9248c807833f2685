using System.Reflection;
using Helm.Chat.BotFramework;
using Helm.Chat.BotFramework.Authentication;
using Helm.Chat.DirectLine;
using Helm.Chat.Slack;
using Helm.Connectors.Alertmanager;
using Helm.Connectors.Email;
using Helm.Connectors.GitHub;
using Helm.Connectors.PagerDuty;
using Helm.Connectors.Webhook;
using Helm.Conversation.Dialogs;
using Helm.Domains.Cloud.Accounts;
using Helm.Host.Listening;
using Helm.Host.People;
using Helm.Host.Schedule;
using Helm.Host.Security;
using Helm.Host.Sessions;
using Helm.Host.Voice;
using Helm.Host.Web;
using Helm.Operations.Alerts;
using Helm.Operations.Budget;
using Helm.Operations.Delivery;
using Helm.Operations.Environments;
using Helm.Operations.Escalation;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.OnCall;
using Helm.Operations.Overviews;
using Helm.Operations.Remediation.Policy;
using Helm.Speech.Setup;
using Helm.Storage.Database;
using Microsoft.Extensions.Configuration;

namespace Helm.Host.Tests.Settings;

/// <summary>Walks a section beside the types that are bound to it.</summary>
internal static class SettingsTree
{
    public static Dictionary<Type, string> Sections { get; } = new()
    {
        [typeof(EnvironmentsOptions)] = "Helm",
        [typeof(PeopleOptions)] = "Helm",
        [typeof(ListeningOptions)] = "Helm:Host",
        [typeof(SecurityOptions)] = "Helm:Security",
        [typeof(BotFrameworkOptions)] = "Helm:BotFramework",
        [typeof(BotIdentityOptions)] = BotIdentityOptions.Section,
        [typeof(SlackOptions)] = SlackOptions.Section,
        [typeof(WebOptions)] = WebOptions.Section,
        [typeof(SignInOptions)] = SignInOptions.Section,
        [typeof(DirectLineOptions)] = DirectLineOptions.Section,
        [typeof(ConversationOptions)] = "Helm:Conversation",
        [typeof(DashboardOptions)] = "Helm:Dashboard",
        [typeof(MonitoringOptions)] = "Helm:Monitoring",
        [typeof(ScheduleOptions)] = "Helm:Schedule",
        [typeof(BudgetOptions)] = "Helm:Budget",
        [typeof(AlertingOptions)] = "Helm:Alerting",
        [typeof(EscalationOptions)] = "Helm:Escalation",
        [typeof(AlertmanagerOptions)] = "Helm:Connectors:Alertmanager",
        [typeof(RotaOptions)] = "Helm:OnCall",
        [typeof(WebhookOptions)] = "Helm:Connectors:Webhook",
        [typeof(PagerDutyOptions)] = "Helm:Connectors:PagerDuty",
        [typeof(EmailOptions)] = "Helm:Connectors:Email",
        [typeof(GitHubOptions)] = "Helm:Connectors:GitHub",
        [typeof(DeliveryOptions)] = "Helm:Delivery",
        [typeof(IssueOptions)] = "Helm:Issues",
        [typeof(InvestigationOptions)] = "Helm:Investigation",
        [typeof(RemediationOptions)] = "Helm:Remediation",
        [typeof(StorageOptions)] = "Helm:Storage",
        [typeof(CloudOptions)] = "Helm:Cloud",
        [typeof(VoiceOptions)] = "Helm:Voice",
        [typeof(SpeechOptions)] = "Helm:Speech",
    };

    /// <summary>Settings without an option, and options without a setting, each by its key.</summary>
    public static IEnumerable<string> Differences(IConfigurationSection section, IReadOnlyList<Type> types)
    {
        var options = types.SelectMany(Options).ToDictionary(option => option.Name);
        var settings = section.GetChildren().Select(child => child.Key).ToHashSet(StringComparer.Ordinal);
        var unknown = section.Path == "Helm" ? [] : settings.Except(options.Keys).Select(key => $"{section.Path}:{key} is no option");
        return options.Keys.Except(settings).Select(key => $"{section.Path}:{key} is not in the example")
            .Concat(unknown)
            .Concat(options.Values.Where(option => settings.Contains(option.Name))
                .SelectMany(option => Within(section.GetSection(option.Name), option.PropertyType)));
    }

    /// <summary>Sections that nothing is bound to.</summary>
    public static IEnumerable<string> UnknownSections(IConfigurationSection helm) => helm.GetChildren()
        .Select(child => child.Path)
        .Except(Sections.Values.Append("Helm:Environments").Append("Helm:People").Append("Helm:Connectors"));

    private static IEnumerable<PropertyInfo> Options(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite || property.PropertyType.IsGenericType);

    private static IEnumerable<string> Within(IConfigurationSection section, Type type)
    {
        var inner = type.IsGenericType ? type.GenericTypeArguments[^1] : type;
        var items = type.IsGenericType && !IsNullable(type) ? section.GetChildren() : [section];
        return IsGroup(inner)
            ? items.SelectMany(item => Differences(item, [inner]))
            : inner.IsGenericType && !IsNullable(inner) ? items.SelectMany(item => Within(item, inner)) : [];
    }

    private static bool IsGroup(Type type) =>
        type is { IsClass: true, IsGenericType: false } && type != typeof(string);

    private static bool IsNullable(Type type) => type.GetGenericTypeDefinition() == typeof(Nullable<>);
}
