using Helm.Operations.Changes;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Remediation.Remedies;
using Helm.Operations.Remediation.Running;
using Helm.Operations.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Operations;

/// <summary>Registers what mends: proposals, the Warden, the runner. The remedies themselves are the domains' part.</summary>
internal static class RemediationServices
{
    public static IServiceCollection AddRemediation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RemediationOptions>().Bind(configuration.GetSection(RemediationOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RemediationOptions>, RemediationValidation>();
        return services.AddProposals().AddApprovals().AddRunning();
    }

    private static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddSingleton<RemedyCatalogue>()
        .AddSingleton<ApprovalPolicy>()
        .AddSingleton<TargetFinder>()
        .AddSingleton<Diagnosis>()
        .AddSingleton<FirstAid>()
        .AddSingleton<Admission>()
        .AddSingleton<PlanDesk>()
        .AddSingleton<Proposer>();

    private static IServiceCollection AddApprovals(this IServiceCollection services) => services
        .AddSingleton<ISpokenChallenge, SpokenChallenge>()
        .AddSingleton<Entitlement>()
        .AddSingleton<Decisions>()
        .AddSingleton<Warden>()
        .AddSingleton<Stops>()
        .AddSingleton<IRemediation, RemediationDesk>()
        .AddSingleton<ITimerHandler, PlanExpiry>()
        .AddSingleton<LogVerification>();

    private static IServiceCollection AddRunning(this IServiceCollection services) => services
        .AddSingleton<Journal>()
        .AddSingleton<StepBook>()
        .AddSingleton<StepRunner>()
        .AddSingleton<IIndicatorMeter, NoMeter>()
        .AddSingleton<Verification>()
        .AddSingleton<IssueTurns>()
        .AddSingleton<PlanTeller>()
        .AddSingleton<PlanEnding>()
        .AddSingleton<RunLog>()
        .AddSingleton<ITimerHandler, RemediationRunner>()
        .AddSingleton<IIssueChangeConsumer, AutoRemediation>()
        .AddSingleton<IIssueChangeConsumer, OvertakenPlans>()
        .AddSingleton<IIssueChangeConsumer, MendedTogether>();
}
