using Helm.Host.Security;

namespace Helm.Host.Api;

/// <summary>The HTTP API: what is asked, and what changes something.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var gate = endpoints.ServiceProvider.GetRequiredService<CallerGate>();
        var questions = endpoints.MapGroup("/api").AddEndpointFilter(gate.QuestionAsync);
        var changes = endpoints.MapGroup("/api").AddEndpointFilter(gate.ChangeAsync);
        var wishes = endpoints.MapGroup("/api").AddEndpointFilter(gate.WishAsync);
        var decisions = endpoints.MapGroup("/api").AddEndpointFilter(gate.DecisionAsync);

        AskEndpoint.Map(questions);
        MapWhatIs(questions, changes);
        MapWhatIsDone(questions, changes);
        questions.MapActions(wishes);
        decisions.MapDecisions();
    }

    private static void MapWhatIs(IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapOverviews();
        questions.MapIssues();
        questions.MapIssue();
        questions.MapInvestigation();
        questions.MapAudits();
        questions.MapDiscovery();
        questions.MapNews();
        questions.MapReviews();
        questions.MapDeployments(changes);
        questions.MapHealthChecks(changes);
        questions.MapNames();
    }

    private static void MapWhatIsDone(IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapPlans();
        questions.MapAutomation(changes);
        questions.MapAlerts(changes);
        questions.MapSilences(changes);
        questions.MapOutbox(changes);
    }
}
