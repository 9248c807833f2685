using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;

namespace Helm.Conversation.Direction.Mending;

/// <summary>Brings a yes to the Warden, bound to the plan that was asked about, and tells what it was worth.</summary>
internal sealed class ConfirmYesHandler(IRemediation remediation, PlanTalk talk) : IHandler
{
    /// <summary>Verdicts after which the same question stands.</summary>
    private static readonly Dictionary<ApprovalResult, string> AskAgain = new()
    {
        [ApprovalResult.ChallengeNeeded] = "confirm_yes.challenge",
        [ApprovalResult.Missed] = "confirm_yes.missed",
        [ApprovalResult.NotHeard] = "confirm_yes.not_heard",
    };

    public string Intent => IntentNames.ConfirmYes;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        if (command.Text(PlanSlots.PlanId) is not { } planId)
        {
            return new("confirm_yes.said", new { intent = Intent, name = request.Person.Name });
        }

        var attempt = new ApprovalAttempt(
            planId, command.Text(PlanSlots.PlanHash), request.Person, request.Origin.IsButton ? ApprovalMeans.Button : ApprovalMeans.Said)
        {
            Conversation = request.Origin.Conversation,
            Words = command.Text(PlanSlots.Words),
            Heard = request.Origin.Heard,
        };
        return await ToldAsync(await remediation.ApproveAsync(attempt, cancellation), cancellation);
    }

    private async Task<Answer> ToldAsync(ApprovalVerdict verdict, CancellationToken cancellation)
    {
        if (verdict.Record is not { } record)
        {
            return new("confirm_yes.unknown_plan", new { }) { Succeeded = false };
        }

        if (AskAgain.TryGetValue(verdict.Result, out var wording))
        {
            return await talk.AskAsync(wording, record, cancellation, answer => answer with { TriesLeft = SpokenChallenge.MostMisses - verdict.Misses }) with { Succeeded = false };
        }

        var data = talk.AnswerOf(record);
        return verdict.Result switch
        {
            ApprovalResult.Approved => new("confirm_yes.approved", data) { FocusIssue = data.IssueId },
            ApprovalResult.SecondPersonNeeded => new("confirm_yes.second_person", data) { FocusIssue = data.IssueId },
            _ => new("confirm_yes.refused", data with { Reason = SnakeCase(verdict.Result) }) { Succeeded = false },
        };
    }

    private static string SnakeCase(ApprovalResult result) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(result.ToString());
}

/// <summary>The entities by which a yes or no is bound to a plan; only the conversation itself and buttons put them there.</summary>
public static class PlanSlots
{
    public const string PlanId = "plan_id";
    public const string PlanHash = "plan_hash";

    /// <summary>What was said or typed of the challenge.</summary>
    public const string Words = "words";
}
